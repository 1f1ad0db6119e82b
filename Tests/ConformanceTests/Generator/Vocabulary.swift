/// Texts that the rules treat differently, and their near misses.
enum Vocabulary {
  static let goodNames = [
    "Lt Col A. Rahman", "Ms. T. Nguyen", "Vice Chief of Defence", "Programme Head", "Director Logistics", "Dr Siti",
    "Judge Advocate General", "Head of Trials", "Pengarah Operasi", "Siti binti Ahmad", "Nguyễn Văn An", "J2",
    "Chief AI Officer", "Deputy Director, AI Governance Office", "Assistant Director Robotics", "CO 3 Squadron",
    "Air Co-Pilot", "สมชาย ใจดี", "Commander, Node 4", "Kol. Budi", "Team Leader", "Ketua Jabatan", "SO2 Ops",
    "Director of the AI Safety Board", "Legal Adviser", "Dr. Tan", "Counsel to the Ministry", "An Le",
  ]
  static let machineNames = [
    "SentinelCore Fire-Control AI", "AI", "A.I.", "ＡＩ", "A\u{200B}I node", "ChatGPT", "GPT-5 agent", "defenceLLM",
    "robot", "watch bot", "Algorithm", "autopilot", "Auto-pilot unit", "Neural net", "software agent", "Sistem Pintar",
    "trí tuệ nhân tạo", "ปัญญาประดิษฐ์", "人工智能", "Server 4", "R2", "Module", "The cloud", "AI officer bot",
    "Virtual commander", "Mesin", "ระบบ", "Perisian", "tri\u{301} tuệ nhân tạo", "Copilot", "x-AI-y", "Automated gate",
    "Wachroboter AI", "AI Ethics Bot", "Hệ thống", "Autonomous duty officer",
  ]
  static let vendorNames = [
    "Perisai Systems Sdn Bhd", "Acme Ltd", "Acme Inc.", "Kestrel GmbH", "Blue Corp.", "Blue Corp works",
    "Acme Dynamics",
    "The vendor", "Contractor", "Robotics Labs", "Officer of Acme Ltd", "PT Senjata Tbk", "Acme Pte. Ltd.",
    "Director, Acme Technologies", "Holdings", "Aerospace Consortium",
  ]
  static let facelessNames = [
    "Steering Committee", "the team", "Board", "everyone", "All staff", "vacant", "to be appointed", "To be posted",
    "Ministry", "whoever", "Cell", "Trials Directorate", "Office of the unit", "Head of Unit", "Chair of the Board",
  ]
  static let suppliers = ["SentinelCore", "Kestrel", "Blue Water", "Acme Dynamics", "Naga-Soft", "KESTREL", "Đại Nam"]
  static let purposes = [
    "Schedule maintenance of trucks", "Count ships in satellite images", "Sort stores requests by date",
    "Protect the base by watching the perimeter", "Plan relief flights after floods", "Show tide tables",
    "Track spare parts", "Target audience surveys for recruiting", "Kill switch for the pump", "Map flood damage",
    "Analyse cyber kill chain reports", "List target dates of projects", "Model the nuclear power grid",
  ]
  static let force = [
    "Engage hostile targets", "shoot down drones", "Kill chain support", "Lethal overwatch",
    "Fire-control for howitzers",
    "attack the enemy positions", "Neutralise threats", "Direct aim points", "senjata", "vũ khí", "โจมตี", "武器",
    "strike on vessels", "warhead design", "Menembak", "Call for fire", "tar\u{AD}get engage list", "KILLS",
  ]
  static let targeting = [
    "Targeting aid", "target folder builder", "Detect fighters near the border", "rank targets", "Nominate militants",
    "Strike list", "mục tiêu", "目标", "เป้าหมาย", "sasaran musuh", "Flag insurgents. Nothing else", "locate enemy troops",
    "Find the quickest route for the relief convoys to the most distant camps and their targets",
  ]
  static let weapons = [
    "Kinetic effector", "loitering munition", "missile guidance", "air strikes", "Strike planning", "launch a missile",
    "torpedo seeker", "bombing packages",
  ]
  static let nuclear = [
    "nuclear weapons release advice", "Atomic strike", "senjata nuklir", "Nuclear deterrence games",
  ]
  static let cyberAttack = ["disrupt adversary networks", "Exploit enemy servers", "deny foreign infrastructure"]
  static let people = ["Scores recruits", "rank people", "Vets and ranks named applicants", "profiles citizens"]
  static let personTargets = ["Finds suspects", "people on foot", "Troops", "Infantry movement"]
  static let catchAll = [
    "anything", "All moving objects", "any vehicle", "everything", "trucks etc", "semua", "Every boat",
  ]
  static let objects = [
    "group 1-2 uncrewed aircraft", "mortar rounds", "floating mines", "allied trucks", "any-size drone",
  ]
  static let legal = [
    "Judge Advocate General", "Legal Adviser", "Chief Counsel", "Undang-undang officer", "pháp chế", "กฎหมาย",
    "Ministry of Law", "LAW OFFICER",
  ]
  static let hashes = [
    "9f2c41d07be85a369f2c41d07be85a369f2c41d07be85a369f2c41d07be85a36",
    "sha256:5BE0cd1937a4f18c5be0cd1937a4f18c5be0cd1937a4f18c5be0cd1937a4f18c",
  ]
  static let brokenHashes = [
    "9f2c41d07be85a369f2c41d07be85a369f2c41d07be85a369f2c41d07be85a3", "sha256: pending", "md5:9f2c",
    "9f2c41d07be85a369f2c41d07be85a369f2c41d07be85a369f2c41d07be85a36 (draft)",
  ]
  static let plain = [
    "Rationale recorded", "Annex B", "HALT-SOP-01", "visual inspection", "light level", "false alarm rate", "rule 7",
    "two turrets with overlapping arcs", "None of the above applies because of annex C", "straße", "Ünit test",
  ]
  /// Texts that count as empty.
  static let empty = [
    "", "none", "None.", "N/A.", "nil", "not applicable", "NOT  NEEDED", "a", "--", "...", "no", "ok!", "tiada",
    "không", "kho\u{302}ng", "ไม่มี", "null", "aaa", "\u{200B}", " ", "not\u{A0}required",
  ]
  static let unanswered = [
    "null", "~", "unknown", "Unknown", "UNKNOWN", "\"unknown\"", "TBD", "tbd", "n/a", "\"?\"", "\"-\"",
    "to be confirmed", "later", "\"T\u{200B}BD\"", "\"ｔｂｄ\"", "pending", "See Later", "\" xxx \"",
  ]
  /// Plain scalars that are texts only where a text is asked for.
  static let plainScalars = ["2.0", "1.40", "yes", "no", "true", "2026-03-01", "0x1F", "1e3", "off", ".5", "7"]
  /// Words that mix two scripts.
  static let lookalikes = ["Cоmmander", "АI node", "Rаhman", "Dirεctοr X", "Αlpha"]
}
