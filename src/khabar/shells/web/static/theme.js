// Before anything is painted: the reader's own choice of light or dark, if there is one.
const chosen = localStorage.getItem("khabar-theme");
if (chosen) document.documentElement.dataset.theme = chosen;
