package archfixture.orders;

import java.sql.Connection;

record SpeaksSql(Connection connection) {}
