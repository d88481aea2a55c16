from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def badge(user):
    label = user.display_name
    colour = "red" if user.is_staff else "grey"
    return mark_safe('<span class="%s">%s</span>' % (colour, label))
