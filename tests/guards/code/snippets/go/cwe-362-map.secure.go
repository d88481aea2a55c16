package cache

import "sync"

type Counter struct {
	mu   sync.Mutex
	hits map[string]int
}

func (c *Counter) Watch(names []string) {
	for _, name := range names {
		go func(n string) {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.hits[n]++
		}(name)
	}
}
