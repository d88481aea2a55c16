package store

import (
	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

type Product struct{ Name string }

func Search(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var products []Product
		q := c.Query("q")
		db.Where("name LIKE ?", "%"+q+"%").Find(&products)
		c.JSON(200, products)
	}
}
