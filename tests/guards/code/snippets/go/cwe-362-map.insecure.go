package cache

type Counter struct {
	hits map[string]int
}

func (c *Counter) Watch(names []string) {
	for _, name := range names {
		go func(n string) {
			c.hits[n]++
		}(name)
	}
}
