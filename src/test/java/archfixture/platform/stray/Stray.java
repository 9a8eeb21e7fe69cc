package archfixture.platform.stray;

record Stray() {}
