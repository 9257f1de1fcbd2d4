(function () {
  "use strict";
  var form = document.getElementById("filter");
  var items = document.querySelectorAll("[data-verdict]");
  var claims = document.querySelectorAll("article.claim");
  var nothing = form.querySelector("[role=status]");
  function fits(item) {
    var verdict = form.verdict.value, actor = form.actor.value;
    return (!verdict || item.dataset.verdict === verdict) &&
      (!actor || item.dataset.actors.split(" ").indexOf(actor) >= 0);
  }
  function choose() {
    items.forEach(function (item) { item.hidden = !fits(item); });
    nothing.hidden = Array.prototype.some.call(claims, function (claim) { return !claim.hidden; });
  }
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
    if (target.hidden) { form.reset(); choose(); }
    target.scrollIntoView();
  }
  form.addEventListener("change", choose);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  reveal();
})();
