package stats

import (
	"fmt"
	"net/http"
	"strconv"
)

func ratio(w http.ResponseWriter, r *http.Request) {
	total, _ := strconv.Atoi(r.FormValue("total"))
	parts, _ := strconv.Atoi(r.FormValue("parts"))
	fmt.Fprint(w, total/parts)
}
