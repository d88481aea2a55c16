package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type Todo struct {
	ID    string `json:"id"`
	Title string `json:"title" binding:"required"`
}

func main() {
	r := gin.Default()
	todos := []Todo{}
	r.GET("/todos", func(c *gin.Context) { c.JSON(http.StatusOK, todos) })
	r.POST("/todos", func(c *gin.Context) {
		var t Todo
		if err := c.ShouldBindJSON(&t); err != nil {
			c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
			return
		}
		todos = append(todos, t)
		c.JSON(http.StatusCreated, t)
	})
	r.Run(":8080")
}
