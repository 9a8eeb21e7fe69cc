package dev.crossdock.orders.validation;

import dev.crossdock.orders.Finding;
import java.util.List;

/** One named thing that may be wrong with an order. Pure. */
interface Rule {

  List<Finding> check(Candidate candidate);
}
