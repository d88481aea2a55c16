package count

import "sync"

func watch(names []string, hits map[string]int, mu *sync.Mutex) {
	total := 0
	go func(n string) {
		// ruleid: go-map-without-lock
		hits[n]++
		// ruleid: go-map-without-lock
		total++
	}("a")
	go func(n string) {
		mu.Lock()
		defer mu.Unlock()
		// ok: go-map-without-lock
		hits[n]++
	}("b")
	go func() {
		own := map[string]int{}
		// ok: go-map-without-lock
		own["x"] = 1
	}()
	// go func() { hits["x"]++ }()
}
