"use strict";
// Links a finding with its places in all articles at once, and filters. The page is whole without it.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (calm.matches ? "auto" : "smooth");
  const scrolls = (pane) => pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === "auto";

  // Bring an element into the upper third of its pane, or of the window where the page has no panes.
  function bring(element, pane) {
    if (!scrolls(pane)) return false;
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: top - pane.clientHeight / 3, behavior: motion() });
    return true;
  }

  function linked(story) {
    const desk = story.querySelector(".desk");
    const list = story.querySelector("section.findings");
    const form = story.querySelector(".filters");
    const columns = story.querySelector(".columns");
    const findings = [...story.querySelectorAll(".finding")];
    const marks = [...story.querySelectorAll(".mark")].map((mark) => ({ mark, of: mark.dataset.findings.split(" ") }));
    const refs = [...story.querySelectorAll(".text sup")].map((sup) => ({ sup, of: sup.textContent.trim() }));
    const byNumber = new Map(findings.map((finding) => [finding.dataset.number, finding]));

    function clear() {
      for (const lit of story.querySelectorAll(".lit, .selected, .speaks")) lit.classList.remove("lit", "selected", "speaks");
      columns.classList.remove("parted");
    }

    // Light up all that belongs to a finding; `target` is where the reader wants to be.
    function select(finding, target) {
      if (finding.hidden) { form.reset(); filter(); }
      clear();
      finding.classList.add("selected");
      const lit = marks.filter(({ of }) => of.includes(finding.dataset.number)).map(({ mark }) => mark);
      for (const mark of lit) { mark.classList.add("lit"); mark.closest(".source").classList.add("speaks"); }
      const speaking = [...columns.querySelectorAll(".speaks")];
      if (columns.scrollWidth > columns.clientWidth) {
        columns.classList.add("parted");
        columns.scrollTo({ left: 0 });
      }
      let paned = false;
      for (const source of speaking) {
        const first = source.contains(target) ? target : lit.find((mark) => source.contains(mark));
        paned = bring(first, source) || paned;
      }
      if (target !== finding || !list.contains(document.activeElement)) bring(finding, list);
      if (scrolls(list) || paned) desk.scrollIntoView({ block: "nearest", behavior: motion() });
      else target.scrollIntoView({ block: "center", behavior: motion() });
      target.focus({ preventScroll: true });
    }

    // Where a link inside of the page leads: true if it is a finding or a place in an article.
    function follow(id, from) {
      const target = id && document.getElementById(id);
      if (!target || !desk.contains(target)) return false;
      if (target.classList.contains("finding")) { select(target, target); return true; }
      if (!target.classList.contains("mark")) return false;
      const own = target.dataset.findings.split(" ");
      const asked = from && (from.closest(".finding") || from.closest("tr, li"));
      const numbers = [asked && asked.dataset.number,
        ...(asked ? [...asked.querySelectorAll("a.number")].map((link) => link.textContent.trim()) : []), ...own];
      select(byNumber.get(numbers.find((number) => own.includes(number)) || own[0]), target);
      return true;
    }

    function filter() {
      const verdicts = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
      const { rule, topic } = form.elements;
      const shown = new Set();
      for (const finding of findings) {
        const { verdict, rule: ofRule, topic: ofTopic, number } = finding.dataset;
        finding.hidden = !(verdicts.has(verdict) && (!rule.value || rule.value === ofRule) && (!topic.value || topic.value === ofTopic));
        if (!finding.hidden) shown.add(number);
        else if (finding.classList.contains("selected")) clear();
      }
      for (const { mark, of } of marks) mark.classList.toggle("off", !of.some((number) => shown.has(number)));
      for (const { sup, of } of refs) sup.hidden = !shown.has(of);
      form.querySelector(".status").textContent = shown.size === findings.length
        ? `All ${findings.length} findings` : `${shown.size} of ${findings.length} findings`;
    }

    story.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (follow(link.hash.slice(1), link)) {
        event.preventDefault();
        history.pushState(null, "", link.hash);
      }
    });
    story.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = findings.length === 0;
    filter();
    return follow;
  }

  document.documentElement.classList.add("scripted");
  const stories = [...document.querySelectorAll(".story")].filter((story) => story.querySelector(".desk")).map(linked);
  const here = () => stories.some((follow) => follow(location.hash.slice(1)));
  addEventListener("popstate", here);
  here();
})();
