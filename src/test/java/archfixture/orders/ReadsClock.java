package archfixture.orders;

import java.time.InstantSource;

record ReadsClock(InstantSource time) {}
