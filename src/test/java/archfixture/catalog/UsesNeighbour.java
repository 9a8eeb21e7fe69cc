package archfixture.catalog;

import archfixture.inventory.Stock;

record UsesNeighbour(Stock stock) {}
