package archfixture.inventory;

import archfixture.catalog.Products;

/** May use the catalog, its neighbour. */
public record Stock(Products products) {}
