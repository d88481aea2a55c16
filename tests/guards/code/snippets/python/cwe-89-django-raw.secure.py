from django.shortcuts import render

from .models import Article


def archive(request, year):
    author = request.GET["author"]
    query = "SELECT * FROM blog_article WHERE year = %s AND author = %s"
    articles = Article.objects.raw(query, [year, author])
    return render(request, "archive.html", {"articles": articles})
