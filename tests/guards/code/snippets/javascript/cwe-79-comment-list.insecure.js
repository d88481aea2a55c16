function renderComments(comments) {
  const list = document.querySelector('#comments');
  comments.forEach((comment) => {
    const item = document.createElement('li');
    item.innerHTML = '<b>' + comment.author + '</b>: ' + comment.text;
    list.appendChild(item);
  });
}
