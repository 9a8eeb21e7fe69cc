package archfixture.warehouse;

record Unknown() {}
