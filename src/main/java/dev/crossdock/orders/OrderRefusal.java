package dev.crossdock.orders;

import java.time.Instant;
import java.util.UUID;

/** Why a command was not accepted; an expected answer, told to whoever asked. */
public sealed interface OrderRefusal {

  /** A person reads this: the rule, the fact, and the way out where there is one. */
  String sentence();

  /** The channel's version is not newer than the one held. */
  record NotNewer(Instant told, Instant held) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The channel's version of " + told + " is not newer than the one held, of " + held + ".";
    }
  }

  record Unknown() implements OrderRefusal {
    @Override
    public String sentence() {
      return "There is no such order.";
    }
  }

  record AlreadyEnded(Order.Lifecycle lifecycle) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The order is " + lifecycle.name().toLowerCase(java.util.Locale.ROOT) + " already.";
    }
  }

  record NothingLeft() implements OrderRefusal {
    @Override
    public String sentence() {
      return "Every unit has left already. Start a return instead.";
    }
  }

  record NoSuchHold(UUID hold) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The order has no open hold " + hold + ".";
    }
  }

  record NoSuchWork(UUID fulfilmentOrder) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The order has nothing to ship on fulfilment order " + fulfilmentOrder + ".";
    }
  }

  record Held(String holds) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The order is on hold: " + holds + ". Release it first.";
    }
  }

  /** A plan made from facts that have changed meanwhile. */
  record PlanOutdated(int line) implements OrderRefusal {
    @Override
    public String sentence() {
      return "Line " + line + " has changed since the plan was made.";
    }
  }

  record NoSuchLine(int line) implements OrderRefusal {
    @Override
    public String sentence() {
      return "The order has no line " + line + ".";
    }
  }

  /** The units of a line are not where the command needs them. */
  record LineNotReady(int line, String why) implements OrderRefusal {
    @Override
    public String sentence() {
      return "Line " + line + " " + why;
    }
  }

  record NotLowerPriority(String number, int held, int asked) implements OrderRefusal {
    @Override
    public String sentence() {
      return "Order " + number + " has priority " + held + ", not below " + asked + ". Force it, or change one.";
    }
  }
}
