"use strict";

// Saves answers as they are given, and shows what becomes of them, without loading the page again. Everything works
// without it too: each form can be sent by its button.
(() => {
  document.documentElement.classList.add("scripted");
  const main = document.getElementById("main");
  const status = document.getElementById("status");
  const savesItself = "form[data-saves='itself']";
  /** What is known of each form: `saved` is what it held when it was last as the server has it. */
  const states = new WeakMap();

  // MARK: Forms

  const held = (form) => {
    const data = new FormData(form);
    for (const name of ["token", "version"]) data.delete(name);
    return new URLSearchParams(data).toString();
  };
  const article = (form) => form.closest("article");
  const state = (form) => {
    if (!states.has(form)) states.set(form, { saved: held(form), isSending: false, isWaiting: false, timer: 0 });
    return states.get(form);
  };
  const forms = () => [...document.querySelectorAll(savesItself)];
  /** Whether something was typed that the server does not have. */
  const isUnsaved = (form) => held(form) !== state(form).saved || article(form).classList.contains("unsaved");
  const isInConflict = (form) => article(form).querySelector(".conflict") !== null;

  const say = (text, isTrouble = false) => {
    if (!status) return;
    status.classList.toggle("trouble", isTrouble);
    if (status.textContent !== text) status.textContent = text;
  };
  const mark = (form, text, isTrouble = false) => {
    const place = document.getElementById(`${article(form).id}-saving`);
    if (!place) return;
    place.textContent = text;
    place.classList.toggle("trouble", isTrouble);
  };

  // MARK: Saving

  const post = (form, sender) => {
    const body = new URLSearchParams(new FormData(form));
    if (sender && sender.name) body.append(sender.name, sender.value);
    return fetch(form.action, {
      method: "POST", body, credentials: "same-origin", redirect: "manual",
      headers: { "X-Requested-With": "answerable" },
    });
  };
  const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

  /** Takes over the tokens of a server that was started anew. Whether there were others. */
  const renewTokens = async () => {
    const response = await fetch(location.href, { credentials: "same-origin" });
    const token = (await parsed(response)).querySelector("input[name='token']");
    if (!token) return false;
    let isNew = false;
    for (const field of document.querySelectorAll("input[name='token']")) {
      isNew = isNew || field.value !== token.value;
      field.value = token.value;
    }
    return isNew;
  };

  const save = async (form, sender) => {
    const known = state(form);
    clearTimeout(known.timer);
    if (known.isSending) {
      known.isWaiting = true;
      return;
    }
    known.isSending = true;
    mark(form, "saving…");
    const sent = held(form);
    try {
      let response = await post(form, sender);
      if (response.status === 403 && await renewTokens()) response = await post(form, sender);
      const page = await parsed(response);
      // A page with the questions says itself what is wrong, beside what was typed.
      if (response.status !== 200 && !page.getElementById("questions")) throw new Refusal(page.querySelector(".lead"));
      if (response.status === 200) known.saved = sent;
      take(page, form, sent, Boolean(sender && sender.name));
      if (form.isConnected) {
        if (response.status !== 200) mark(form, "not saved", true);
        else mark(form, held(form) === sent ? "saved" : "not saved yet");
      }
      isReachable = true;
    } catch (problem) {
      const isRefused = problem instanceof Refusal;
      mark(form, "not saved", true);
      say(
        isRefused ? `not saved: ${problem.message}`
          : "not saved: the server is not reachable; what you typed stays here, and is sent once it answers", true);
      if (!isRefused) {
        isReachable = false;
        known.timer = setTimeout(() => save(form, sender), 4000);
      }
    } finally {
      known.isSending = false;
      if (known.isWaiting) {
        known.isWaiting = false;
        if (form.isConnected && held(form) !== known.saved) save(form);
      }
    }
  };
  class Refusal extends Error {
    constructor(place) { super(place ? place.textContent : "the server can't say why; load the page again"); }
  }
  let isReachable = true;

  const saveSoon = (form, pause) => {
    const known = state(form);
    clearTimeout(known.timer);
    if (held(form) === known.saved && !article(form).classList.contains("unsaved")) {
      mark(form, "");
      return;
    }
    mark(form, "not saved yet");
    // Where two answers stand against each other somebody has to choose.
    if (!isInConflict(form)) known.timer = setTimeout(() => save(form), pause);
  };

  // MARK: Taking over what the server says

  const replace = (old, fresh) => {
    if (!old || !fresh) return;
    if (old.outerHTML === fresh.outerHTML) return;
    const focus = old.contains(document.activeElement) ? document.activeElement : null;
    for (const details of old.querySelectorAll("details[open][id]")) {
      const other = fresh.querySelector(`#${CSS.escape(details.id)}`);
      if (other) other.open = true;
    }
    const href = focus && focus.getAttribute("href");
    const top = old.scrollTop;
    old.replaceWith(fresh);
    fresh.scrollTop = top;
    if (!focus) return;
    const again = focus.id ? document.getElementById(focus.id)
      : href ? fresh.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
    if (again) again.focus({ preventScroll: true });
  };

  /** What is said of a question, without its fields: somebody is in them. */
  const takeAround = (old, fresh) => {
    old.className = fresh.className;
    for (const part of ["state", "message"]) {
      replace(document.getElementById(`${old.id}-${part}`), fresh.querySelector(`#${CSS.escape(`${old.id}-${part}`)}`));
    }
    const fields = (root) => [...root.querySelectorAll("[aria-describedby]")];
    for (const field of fields(old)) {
      const other = fields(fresh).find((each) => each.id === field.id);
      if (other && other.hasAttribute("aria-invalid")) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    replace(old.querySelector("form > .actions"), fresh.querySelector("form > .actions"));
  };

  const takeQuestion = (old, fresh, sentForm, sent, isWhole) => {
    const form = old.querySelector(savesItself);
    const own = form && form === sentForm;
    const isChanged = form && (own ? held(form) !== sent : isUnsaved(form));
    if (!form || (own && isWhole) || (!isChanged && !(own && form.contains(document.activeElement)))) {
      replace(old, fresh);
      return;
    }
    // The version is taken only with the answer that it belongs to: else another's answer would be written over.
    const version = fresh.querySelector("input[name='version']");
    if (own && version) form.elements.version.value = version.value;
    if (own || !isChanged) takeAround(old, fresh);
  };

  /** Puts the parts of another state of this page into it; what is being typed stays. Whether there was such a state. */
  const take = (page, form, sent, isWhole) => {
    const list = document.getElementById("questions");
    const freshList = page.getElementById("questions");
    if (!list || !freshList) {
      // To load the page again would throw away what was typed.
      const why = page.querySelector(".lead");
      say(`not shown as it is now: ${why ? why.textContent : "the server can't say why"}; what you typed stays here`, true);
      return false;
    }
    const focus = document.activeElement;
    const anchor = focus && focus.id && list.contains(focus)
      ? { id: focus.id, top: focus.getBoundingClientRect().top } : null;
    let place = null;
    const fresh = [...freshList.children];
    for (const each of fresh) {
      const old = document.getElementById(each.id);
      if (old && old.parentElement === list) {
        takeQuestion(old, each, form, sent, isWhole);
        place = document.getElementById(each.id);
      } else {
        if (place) place.after(each);
        else list.prepend(each);
        place = each;
      }
    }
    const ids = new Set([...page.querySelectorAll("#questions > *")].map((each) => each.id));
    for (const each of fresh) ids.add(each.id);
    for (const old of [...list.children]) {
      const inside = old.querySelector(savesItself);
      const isBusy = old.contains(document.activeElement) || (inside && isUnsaved(inside));
      if (!ids.has(old.id) && !isBusy) old.remove();
    }
    for (const id of ["file", "summary", "progress", "groups", "folded", "assessment"]) {
      replace(document.getElementById(id), page.getElementById(id));
    }
    const freshMain = page.getElementById("main");
    if (freshMain && freshMain.dataset.version) main.dataset.version = freshMain.dataset.version;
    const words = page.getElementById("status");
    if (words && words.textContent) say(words.textContent, words.textContent.startsWith("not saved"));
    for (const each of forms()) state(each);
    // What becomes shorter or longer above must not move what somebody is at.
    const again = anchor && document.getElementById(anchor.id);
    if (again) window.scrollBy({ top: again.getBoundingClientRect().top - anchor.top, behavior: "instant" });
    return true;
  };

  // MARK: Rows of entries

  /** Once something is typed into the empty row, another empty one stands below it. */
  const addRow = (row) => {
    const next = row.cloneNode(true);
    const actions = row.parentElement.querySelector(".entry:not(.blank) > .actions");
    const number = row.parentElement.querySelectorAll(":scope > .entry").length;
    row.classList.remove("blank");
    row.querySelector("legend").textContent = `Entry ${number}`;
    if (actions) {
      const own = actions.cloneNode(true);
      own.querySelector("button").value = String(number - 1);
      own.querySelector(".unseen").textContent = ` entry ${number}`;
      row.append(own);
    }
    const raised = (text) => text.replace(/-(\d+)$/, (_, number) => `-${Number(number) + 1}`);
    for (const each of [next, ...next.querySelectorAll("*")]) {
      for (const name of ["id", "name", "for"]) {
        if (each.hasAttribute(name)) each.setAttribute(name, raised(each.getAttribute(name)));
      }
      if (each.matches("input")) each.value = "";
      if (each.matches("select")) each.selectedIndex = 0;
    }
    row.after(next);
  };

  /** "None of these" and one of these exclude each other. */
  const settleNone = (form, field) => {
    if (field.type !== "checkbox" || !field.checked) return;
    for (const other of form.querySelectorAll("input[type='checkbox']")) {
      if ((field.name === "none") !== (other.name === "none")) other.checked = false;
    }
  };

  // MARK: The groups of questions

  // Where there is room beside the questions, as the stylesheet has it, they stand there unfolded.
  const room = window.matchMedia("(min-width: 82rem)");
  const unfold = () => {
    const list = document.getElementById("groups-list");
    if (list) list.open = room.matches;
  };
  room.addEventListener("change", unfold);
  unfold();

  // MARK: What people do

  const formOf = (event) => event.target.closest && event.target.closest(savesItself);
  const isTyped = (field) => field.matches("textarea, input[type='text']");

  document.addEventListener("input", (event) => {
    const form = formOf(event);
    if (!form) return;
    state(form);
    const row = event.target.closest(".entry.blank");
    if (row) addRow(row);
    if (isTyped(event.target)) saveSoon(form, 1200);
  });
  document.addEventListener("change", (event) => {
    const form = formOf(event);
    if (!form) return;
    settleNone(form, event.target);
    saveSoon(form, event.target.type === "date" ? 600 : 0);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest(savesItself);
    if (!form) return;
    event.preventDefault();
    save(form, event.submitter);
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest && event.target.closest(".question.unsaved .actions a.button");
    const form = link && link.closest(savesItself);
    if (!form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The address may be that of this very page, which would not be loaded again.
    event.preventDefault();
    try {
      const page = await parsed(await fetch(link.href, { credentials: "same-origin" }));
      if (take(page, form, held(form), true)) say("their answer stays");
    } catch {
      say("the server is not reachable: what you typed stays here", true);
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (forms().some((form) => isUnsaved(form) || state(form).isSending)) event.preventDefault();
  });

  // MARK: Changes by others

  const look = async () => {
    if (!main || !main.dataset.watch || document.visibilityState !== "visible") return;
    if (forms().some((form) => state(form).isSending)) return;
    try {
      const response = await fetch(main.dataset.watch, { credentials: "same-origin" });
      if (!isReachable) {
        isReachable = true;
        say("the server answers again");
        for (const form of forms().filter((each) => isUnsaved(each) && !isInConflict(each))) save(form);
        return;
      }
      if (response.status !== 200) return;
      const version = (await response.text()).trim();
      if (version === main.dataset.version || forms().some((form) => state(form).isSending)) return;
      if (document.getElementById("questions")) {
        const page = await parsed(await fetch(location.href, { credentials: "same-origin" }));
        if (take(page, null, "", false)) {
          say("the file was changed elsewhere: what you see is taken from it; what you typed and is not saved stays");
        }
      } else {
        main.dataset.version = version;
        say("the file was changed elsewhere: ");
        const again = document.createElement("a");
        again.href = location.href.split("#")[0];
        again.textContent = "load the page again";
        status.append(again);
      }
    } catch {
      isReachable = false;
      say("the server is not reachable: what you type stays here, and is not saved", true);
    }
  };
  for (const form of forms()) state(form);
  if (main && main.dataset.watch) {
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    setInterval(look, 4000);
  }
})();
