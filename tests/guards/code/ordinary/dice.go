package main

import (
	"fmt"
	"math/rand"
	"time"
)

func main() {
	rand.Seed(time.Now().UnixNano())
	fmt.Println("You rolled", rand.Intn(6)+1)
	names := []string{"Ann", "Bob", "Cid"}
	rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	fmt.Println(names[rand.Intn(len(names))])
	secret := rand.Intn(100) + 1
	var guess int
	for guess != secret {
		if _, err := fmt.Scan(&guess); err != nil {
			fmt.Println("error:", err)
			return
		}
	}
}
