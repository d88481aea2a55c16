package store

import (
	"context"
	"encoding/json"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(coll *mongo.Collection) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		filter := bson.M{"name": r.FormValue("name")}
		cur, err := coll.Find(context.Background(), filter)
		if err != nil {
			http.Error(w, "error", 500)
			return
		}
		var out []bson.M
		cur.All(r.Context(), &out)
		json.NewEncoder(w).Encode(out)
	}
}
