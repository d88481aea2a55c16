package main

import (
	"path/filepath"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	r.GET("/images/:name", func(c *gin.Context) {
		name := c.Param("name")
		c.File("./images/" + name)
	})
	r.Run(":8080")
}
