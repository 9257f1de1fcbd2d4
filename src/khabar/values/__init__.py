"""What Khabar knows, as frozen values: nothing here reads, writes or decides."""
