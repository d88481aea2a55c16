import logging
from django.http import HttpResponse

logger = logging.getLogger(__name__)


def track(request):
    page = request.GET.get("page", "")
    agent = request.META.get("HTTP_USER_AGENT", "")
    logger.info("page view: %r by %r", page.replace("\n", "").replace("\r", ""), agent.replace("\n", "").replace("\r", ""))
    return HttpResponse(status=204)
