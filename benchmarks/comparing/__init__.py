"""What the measure of comparing needs: pairs of agreements, tools that compare them, and a judge."""
