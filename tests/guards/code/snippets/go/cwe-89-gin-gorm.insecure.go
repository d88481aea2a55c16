package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

func listUsers(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		name := c.Query("name")
		var users []User
		db.Where("name = '" + name + "'").Find(&users)
		c.JSON(http.StatusOK, users)
	}
}
