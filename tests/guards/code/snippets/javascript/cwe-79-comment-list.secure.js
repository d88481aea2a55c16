function renderComments(comments) {
  const list = document.querySelector('#comments');
  comments.forEach((comment) => {
    const item = document.createElement('li');
    item.textContent = comment.author + ': ' + comment.text;
    list.appendChild(item);
  });
}
