package criteriafixture;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/** Criteria that each break one rule, so that the contract is seen to find it. */
public interface Broken {

  /** What they help with. */
  String HELP = "Breaks a rule.";

  @Kind(type = "moody", title = "Moody", help = HELP)
  record Moody() implements Filter {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public Ruling judge(Place place, Facts facts) {
      return new Ruling.Out("was asked " + CALLS.incrementAndGet() + " times", null);
    }
  }

  @Kind(type = "silent", title = "Silent", help = HELP)
  record Silent() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return new Ruling.Out(" ", null);
    }
  }

  @Kind(type = "full", title = "Full", help = HELP)
  record Full() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return new Ruling.Out("is out.", null);
    }
  }

  @Kind(type = "says-null", title = "Says null", help = HELP)
  record SaysNull() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return new Ruling.Out("is " + place.distanceKm() + " km away", null);
    }
  }

  @Kind(type = "throws", title = "Throws", help = HELP)
  record Throws() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return String.valueOf(place.distanceKm()).equals("null") ? fail() : Ruling.STAYS;
    }

    private static Ruling fail() {
      throw new NullPointerException();
    }
  }

  @Kind(type = "same", title = "Same", help = HELP)
  record Same(@Parameter(title = "Number", begin = "1") int number) implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "forgets", title = "Forgets", help = HELP)
  record Forgets(@Parameter(title = "Number", begin = "1") int number) implements Filter {
    public Forgets {
      number = 0;
    }

    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "impossible", title = "Impossible", help = HELP)
  record Impossible(@Parameter(title = "Number") int number) implements Filter {
    public Impossible {
      throw new IllegalArgumentException("never is");
    }

    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "curious", title = "Curious", help = HELP)
  record Curious() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      int units = 0;
      for (int i = 0; i < 1_000; i++) {
        units += facts.stock().available("S" + i, place.code());
      }
      return units < 0 ? new Ruling.Out("is empty", null) : Ruling.STAYS;
    }
  }

  @Kind(type = "Shouting!", title = "", help = "no")
  record Shouting() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }

    @Override
    public String sentence() {
      return "Shouts";
    }
  }

  /** Has no kind. */
  record Nameless() implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "undescribed", title = "Undescribed", help = HELP)
  record Undescribed(int number) implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "odd", title = "Odd", help = HELP)
  record Odd(@Parameter(title = "Number") BigDecimal number) implements Filter {
    @Override
    public Ruling judge(Place place, Facts facts) {
      return Ruling.STAYS;
    }
  }

  @Kind(type = "endless", title = "Endless", help = HELP)
  record Endless() implements Scored {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      return Double.NaN;
    }
  }

  @Kind(type = "below", title = "Below", help = HELP)
  record Below() implements Scored {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      return -1;
    }
  }

  @Kind(type = "needy", title = "Needy", help = HELP)
  record Needy(@Parameter(title = "Number") int number) implements Scored {
    @Override
    public double rate(Parcel parcel, Facts facts) {
      return number;
    }
  }

  /** What the ratings among them have in common. */
  interface Scored extends Rating {
    @Override
    default String because(Parcel parcel, Facts facts) {
      return "is as it is";
    }

    @Override
    default Unit unit() {
      return Unit.POINTS;
    }

    @Override
    default Over over() {
      return Over.SUM;
    }
  }
}
