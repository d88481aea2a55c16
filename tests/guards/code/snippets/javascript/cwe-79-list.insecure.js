function renderList(items) {
  const ul = document.getElementById("list");
  for (const item of items) {
    const li = document.createElement("li");
    li.innerHTML = item.title;
    ul.appendChild(li);
  }
}

fetch("/api/items").then((r) => r.json()).then(renderList);
