import html


def render_table(rows: list[dict]) -> str:
    parts = ["<table>"]
    for row in rows:
        cells = []
        for value in row.values():
            cells.append("<td>%s</td>" % html.escape(str(value)))
        parts.append("<tr>" + "".join(cells) + "</tr>")
    parts.append("</table>")
    return "\n".join(parts)
