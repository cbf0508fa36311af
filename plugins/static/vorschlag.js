// Suggestions below the search field: an editable combobox with a list box (ARIA 1.2).
// The keyboard focus stays in the field; nothing is chosen unless the reader chooses it.
"use strict";
for (const field of document.querySelectorAll("input[data-vorschlaege]")) {
  const PAUSE = 120; // ms without a key before asking
  const LEAST = 2;
  const FAR = 60; // a match behind so many characters is shown with its surroundings only

  const list = make("ul", { id: "vorschlaege", class: "vorschlaege", role: "listbox", "aria-label": "Vorschläge" });
  const news = make("div", { class: "vorlesen", role: "status" });
  set(field, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  list.hidden = true;
  field.after(list);
  field.form.append(news);

  let chosen = -1;
  let timer;
  let request;

  function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    set(element, attributes);
    element.append(...content);
    return element;
  }

  function option({ text, art, adresse, zahl, stellen }, number) {
    const letters = Array.from(text); // places count characters, not UTF-16 units
    const first = stellen.length ? stellen[0][0] : 0;
    let at = first > FAR ? letters.lastIndexOf(" ", first - FAR / 3) + 1 : 0;
    const name = make("span", { class: "name" }, at ? "… " : "");
    for (const [from, to] of stellen) {
      name.append(letters.slice(at, from).join(""), make("mark", {}, letters.slice(from, to).join("")));
      at = to;
    }
    name.append(letters.slice(at).join(""));
    const count = zahl === 1 ? "1 Ansatz" : `${zahl.toLocaleString("de")} Ansätze`;
    const certain = !adresse.includes("?q=") && !(art === "Ansatz" && zahl === 1); // words find more than what bears the name
    const kind = make("span", { class: "neben" }, certain ? `${art} · ${count}` : art);
    const option = make("li", { id: `vorschlag-${number}`, role: "option", "aria-selected": "false" }, name, " ", kind);
    option.dataset.adresse = adresse;
    return option;
  }

  function choose(number) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const option = list.children[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function show(found) {
    choose(-1);
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    show([]);
    news.textContent = "";
  }

  async function ask() {
    request?.abort();
    const text = field.value.trim();
    if (text.length < LEAST) return close();
    request = new AbortController();
    try {
      const address = `${field.dataset.vorschlaege}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: request.signal });
      const { vorschlaege: found } = await answer.json();
      show(found);
      news.textContent = found.length === 1 ? "1 Vorschlag" : `${found.length || "Keine"} Vorschläge`;
    } catch (error) {
      if (error.name !== "AbortError") close(); // the search works without suggestions
    }
  }

  function open(option) {
    close();
    location.assign(option.dataset.adresse);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    choose(-1);
    timer = setTimeout(ask, PAUSE);
  });

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const places = list.children.length + 1; // one of them is the field itself
      if (list.hidden) ask();
      else choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      open(list.children[chosen]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // else it would empty the field, too
      close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) choose(-1);
  });

  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) open(option);
  });
}
