"""Building on a cluster: reports read by many machines that Apache Spark leads, kept and weighed as by one."""
