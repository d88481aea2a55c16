package cache

import "sync"

type Cache struct {
	mu    sync.Mutex
	items map[string]int
}

func (c *Cache) Fill(keys []string) {
	var wg sync.WaitGroup
	for _, key := range keys {
		wg.Add(1)
		go func(key string) {
			defer wg.Done()
			c.mu.Lock()
			defer c.mu.Unlock()
			c.items[key] = len(key)
		}(key)
	}
	wg.Wait()
}
