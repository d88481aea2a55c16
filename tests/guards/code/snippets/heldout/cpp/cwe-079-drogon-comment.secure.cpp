#include <drogon/drogon.h>
#include <string>

using namespace drogon;

int main() {
    app().registerHandler(
        "/comment",
        [](const HttpRequestPtr& req, std::function<void(const HttpResponsePtr&)>&& callback) {
            auto text = req->getParameter("text");
            auto resp = HttpResponse::newHttpResponse();
            resp->setContentTypeCode(CT_TEXT_HTML);
            resp->setBody("<div class=\"comment\">" + HttpViewData::htmlTranslate(text) + "</div>");
            callback(resp);
        },
        {Post});
    app().addListener("0.0.0.0", 8080).run();
}
