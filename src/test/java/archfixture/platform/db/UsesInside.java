package archfixture.platform.db;

import archfixture.platform.journal.internal.Sealed;

record UsesInside(Sealed sealed) {}
