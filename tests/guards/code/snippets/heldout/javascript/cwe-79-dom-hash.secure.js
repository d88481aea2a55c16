function showTab() {
  const tab = decodeURIComponent(location.hash.slice(1));
  $('#content').empty().append($('<h2>').text(tab));
}

window.addEventListener('hashchange', showTab);
showTab();
