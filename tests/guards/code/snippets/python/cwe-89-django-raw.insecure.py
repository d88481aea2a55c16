from django.shortcuts import render

from .models import Article


def archive(request, year):
    author = request.GET["author"]
    query = "SELECT * FROM blog_article WHERE year = %s AND author = '%s'" % (year, author)
    articles = Article.objects.raw(query)
    return render(request, "archive.html", {"articles": articles})
