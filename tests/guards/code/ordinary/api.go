package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"strconv"
)

type Item struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

var errNotFound = errors.New("item not found")
var items = map[int]Item{1: {1, "pen"}}

func find(id int) (Item, error) {
	item, ok := items[id]
	if !ok {
		return Item{}, errNotFound
	}
	return item, nil
}

func getItem(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "invalid id", http.StatusBadRequest)
		return
	}
	item, err := find(id)
	if errors.Is(err, errNotFound) {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err != nil {
		log.Printf("find %d: %v", id, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(item); err != nil {
		log.Println(err)
	}
}

func createItem(w http.ResponseWriter, r *http.Request) {
	var item Item
	if err := json.NewDecoder(r.Body).Decode(&item); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	items[item.ID] = item
	w.WriteHeader(http.StatusCreated)
}

func main() {
	http.HandleFunc("/item", getItem)
	http.HandleFunc("/items", createItem)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
