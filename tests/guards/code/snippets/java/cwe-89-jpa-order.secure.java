package com.example.shop;

import java.util.*;
import jakarta.persistence.*;

public class ProductDao {
    @PersistenceContext
    private EntityManager em;
    private static final Set<String> COLUMNS = Set.of("name", "price");

    public List<?> sorted(String column) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("column");
        }
        return em.createQuery("SELECT p FROM Product p ORDER BY p." + column).getResultList();
    }
}
