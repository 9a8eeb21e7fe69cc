package archfixture;

/** The composition root. */
public class Root {}
