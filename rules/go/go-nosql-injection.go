package store

import (
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
)

func find(r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-nosql-injection
	_ = bson.M{"$where": "this.name == '" + name + "'"}
	// ruleid: go-nosql-injection
	_ = bson.M{"$where": name}
	// ok: go-nosql-injection
	_ = bson.M{"name": name}
	// ok: go-nosql-injection
	_ = bson.M{"$where": "this.a == this.b"}
	// bson.M{"$where": r.FormValue("x")}
}
