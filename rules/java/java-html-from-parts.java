@RestController
class Guestbook {
    @GetMapping(value = "/guestbook", produces = "text/html")
    String index() {
        StringBuilder page = new StringBuilder("<ul>");
        for (Entry entry : entries.all()) {
            // ruleid: java-html-from-parts
            page.append("<li>").append(entry.getMessage()).append("</li>");
            // ruleid: java-html-from-parts
            page.append("<li>" + entry.getMessage() + "</li>");
            // ok: java-html-from-parts
            page.append("<li>").append(HtmlUtils.htmlEscape(entry.getMessage())).append("</li>");
            // ok: java-html-from-parts
            page.append("<li>").append(entry.getId()).append("</li>");
            // page.append("<li>" + entry.getMessage() + "</li>");
        }
        return page.append("</ul>").toString();
    }
}
