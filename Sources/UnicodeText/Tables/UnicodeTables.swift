/// The generated tables; each stands in a file of its own.
enum UnicodeTables {}
