function showTab() {
  const tab = decodeURIComponent(location.hash.slice(1));
  $('#content').html('<h2>' + tab + '</h2>');
}

window.addEventListener('hashchange', showTab);
showTab();
