package archfixture.sandbox;

import archfixture.platform.money.Money;

record UsesMoney(Money money) {}
