import logging
from django.http import HttpResponse

logger = logging.getLogger(__name__)


def track(request):
    page = request.GET.get("page", "")
    agent = request.META.get("HTTP_USER_AGENT", "")
    logger.info("page view: " + page + " by " + agent)
    return HttpResponse(status=204)
